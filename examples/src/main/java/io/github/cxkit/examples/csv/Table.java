package io.github.cxkit.examples.csv;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of text in aligned columns; a column without content is left out, and a cell alone in its row reaches over the others. */
public final class Table {

    private static final int GAP = 2;

    /** Per column {@code l} for left-aligned or {@code r} for right-aligned. */
    private final String alignment;

    private final String indent;
    private final List<String[]> rows = new ArrayList<>();
    private final int headers;

    /** A table whose first rows are headings, which alone do not make a column. */
    public Table(String alignment, String indent, int headers) {
        this.alignment = alignment;
        this.indent = indent;
        this.headers = headers;
    }

    public Table row(String... cells) {
        rows.add(cells);
        return this;
    }

    /** How long its longest line may be, without what is left out. */
    public int width() {
        int width = -GAP;
        for (int columnWidth : widths()) {
            width += columnWidth == 0 ? 0 : columnWidth + GAP;
        }
        int alone = rows.stream()
                .filter(Table::isAlone)
                .mapToInt(row -> width(row[0]))
                .max()
                .orElse(0);
        return indent.length() + Math.max(width, alone);
    }

    private int[] widths() {
        int[] widths = new int[alignment.length()];
        for (int column = 0; column < widths.length; column++) {
            int c = column;
            boolean hasContent = rows.stream().skip(headers).anyMatch(row -> !row[c].isEmpty());
            widths[c] = hasContent
                    ? rows.stream()
                            .mapToInt(row -> isAlone(row) ? 0 : width(row[c]))
                            .max()
                            .orElse(0)
                    : 0;
        }
        return widths;
    }

    public void print(PrintWriter out) {
        int[] widths = widths();
        for (String[] row : rows) {
            if (isAlone(row)) {
                out.println(indent + row[0]);
                continue;
            }
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < widths.length; c++) {
                if (widths[c] > 0) {
                    String padding = " ".repeat(widths[c] - width(row[c]));
                    line.append(alignment.charAt(c) == 'r' ? padding + row[c] : row[c] + padding)
                            .append(" ".repeat(GAP));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static boolean isAlone(String[] row) {
        return row.length > 1 && Arrays.stream(row).skip(1).allMatch(String::isEmpty);
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
