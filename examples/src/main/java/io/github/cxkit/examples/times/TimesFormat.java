package io.github.cxkit.examples.times;

import java.io.IOException;
import java.io.PrintWriter;

/** How the report can be written. */
enum TimesFormat {
    /** For people. */
    TEXT {
        @Override
        void write(TimesReport report, PrintWriter out) {
            new TextTimes(report, out).write();
        }
    },
    /** For programs: everything, at full precision. */
    JSON {
        @Override
        void write(TimesReport report, PrintWriter out) throws IOException {
            JsonTimes.write(report, out);
        }
    },
    /** For spreadsheets: one row per figure, at full precision. */
    CSV {
        @Override
        void write(TimesReport report, PrintWriter out) throws IOException {
            CsvTimes.write(report, out);
        }
    };

    abstract void write(TimesReport report, PrintWriter out) throws IOException;
}
