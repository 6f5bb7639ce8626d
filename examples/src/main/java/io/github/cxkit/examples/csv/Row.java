package io.github.cxkit.examples.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The row at hand: one object for the whole file, filled anew for each row, with texts only for the columns that are used.
 *
 * <p>The reader hands over characters; a text that came before is taken from a small pool, so that an answer, a date or a segment
 * costs neither a new object nor a new hash.
 */
public final class Row {

    private String[] texts = new String[16];
    private int size;
    private long line;
    private boolean blank;
    private BitSet used = new BitSet();
    private boolean allUsed = true;

    /** From the next row on only these columns have a text. */
    public void useOnly(BitSet columns) {
        used = columns;
        allUsed = false;
        Arrays.fill(texts, "");
    }

    /** How many fields the row has. */
    public int size() {
        return size;
    }

    /** The line on which the row begins. */
    public long line() {
        return line;
    }

    /** The text of a column in use. */
    public String text(int index) {
        return texts[index];
    }

    public List<String> texts() {
        return List.of(Arrays.copyOf(texts, size));
    }

    /** Whether the line is empty: a single empty field, of whatever column. */
    public boolean isBlank() {
        return blank;
    }

    /** Fills the row from what the reader finds. */
    static final class Filler extends AbstractBaseCsvCallbackHandler<Row> {

        private final Row row = new Row();
        private final TextPool pool = new TextPool();

        Row row() {
            return row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.line = startingLineNumber;
            row.size = 0;
            row.blank = false;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (index >= row.texts.length) {
                row.texts = Arrays.copyOf(row.texts, 2 * index);
            }
            if (row.allUsed || row.used.get(index)) {
                row.texts[index] = pool.text(buffer, offset, length);
            }
            row.blank = index == 0 && length == 0;
            row.size = index + 1;
        }

        @Override
        protected void handleEmpty() {
            row.texts[0] = "";
            row.size = 1;
            row.blank = true;
        }

        @Override
        protected Row buildRecord() {
            return row;
        }
    }
}
