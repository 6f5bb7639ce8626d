package io.github.cxkit.examples.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.cxkit.examples.CommandFailure;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file, read once from the beginning to the end; what is wrong with it is said in one line. */
public final class CsvFile implements AutoCloseable {

    /** Longer records than this, in characters, are what a quote that is never closed makes of a file. */
    private static final int LONGEST_RECORD = 1 << 20;

    private final @Nullable Path path;
    private final String name;
    private final Charset encoding;
    private final Row.Filler filler = new Row.Filler();
    private final CsvReader<Row> reader;
    private final CloseableIterator<Row> records;
    private final Header header;
    private long line = 1;

    private CsvFile(@Nullable Path path, String name, Charset encoding, char separator, InputStream in) {
        this.path = path;
        this.name = name;
        this.encoding = encoding;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false) // in a file of one column an empty line is an answer that was skipped
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false) // or the rest of the file would be one cell
                .maxBufferSize(LONGEST_RECORD)
                .build(
                        filler,
                        new InputStreamReader(
                                in,
                                encoding.newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.records = reader.iterator();
        this.header = readHeader();
    }

    /** Opens a file. */
    public static CsvFile open(Path path, Charset encoding, char separator) {
        if (Files.isDirectory(path)) {
            throw CommandFailure.unreadable(path + " is a directory, not a file");
        }
        try {
            return new CsvFile(
                    path, path.toString(), encoding, separator, withoutMark(Files.newInputStream(path), encoding));
        } catch (NoSuchFileException missing) {
            throw CommandFailure.unreadable("there is no file " + path);
        } catch (AccessDeniedException denied) {
            throw CommandFailure.unreadable(path + " may not be read: access denied");
        } catch (IOException problem) {
            throw CommandFailure.unreadable(path + " cannot be read: " + problem.getMessage());
        }
    }

    /** Opens a file that the project made up and comes with; it is closed with this. */
    public static CsvFile sample(String name, InputStream resource) {
        return new CsvFile(null, name, StandardCharsets.UTF_8, ',', resource);
    }

    /** Skips the byte order mark that some programs put before UTF-8. */
    private static InputStream withoutMark(InputStream file, Charset encoding) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        if (encoding.equals(StandardCharsets.UTF_8)) {
            in.mark(3);
            if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
                in.reset();
            }
        }
        return in;
    }

    private Header readHeader() {
        Row first = next();
        if (first == null) {
            throw CommandFailure.unreadable(name() + " is empty");
        }
        return new Header(first.texts());
    }

    public String name() {
        return name;
    }

    public boolean isSample() {
        return path == null;
    }

    public Header header() {
        return header;
    }

    /** Hands over all rows, of which only the columns in use have a text. */
    public void forEachRow(BitSet columns, Consumer<Row> action) {
        filler.row().useOnly(columns);
        for (Row row = next(); row != null; row = next()) {
            action.accept(row);
        }
    }

    private @Nullable Row next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            Row row = records.next();
            line = row.line();
            return row;
        } catch (CsvParseException problem) {
            throw CommandFailure.unreadable(name() + " is not CSV after line " + line + ": "
                    + reason(problem).replaceFirst("(?s)(\\.| \\(record).*", "") + ". Maybe a quote is not closed.");
        } catch (UncheckedIOException problem) {
            throw problem.getCause() instanceof CharacterCodingException
                    ? wrongEncoding()
                    : CommandFailure.unreadable(name() + " cannot be read: " + reason(problem));
        }
    }

    private static String reason(Exception problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return String.valueOf(cause.getMessage());
    }

    private CommandFailure wrongEncoding() {
        String advice = encoding.equals(StandardCharsets.UTF_8) ? "ISO-8859-1" : "UTF-8";
        return CommandFailure.unreadable(name() + " is not " + encoding + ": see near line " + firstUndecodableLine()
                + ". Maybe --encoding " + advice + ".");
    }

    /** The reader decodes ahead, so a second look finds the line; that of the last good row where there can be none. */
    private long firstUndecodableLine() {
        if (path == null || !Files.isRegularFile(path)) {
            return line;
        }
        // Every byte is a character of this encoding, so lines come back as the bytes they were.
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            long number = 1;
            for (String bytes = lines.readLine(); bytes != null; bytes = lines.readLine()) {
                if (!isDecodable(bytes.getBytes(StandardCharsets.ISO_8859_1))) {
                    return number;
                }
                number++;
            }
        } catch (IOException gone) {
            return line;
        }
        return line;
    }

    private boolean isDecodable(byte[] bytes) {
        try {
            encoding.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException undecodable) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException problem) {
            throw CommandFailure.unreadable(name() + " cannot be closed: " + problem.getMessage());
        }
    }
}
