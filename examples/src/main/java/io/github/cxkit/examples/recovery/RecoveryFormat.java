package io.github.cxkit.examples.recovery;

import java.io.IOException;
import java.io.PrintWriter;

/** How a report can be written. */
enum RecoveryFormat {
    /** For people. */
    TEXT {
        @Override
        void write(RecoveryReport report, PrintWriter out) {
            new TextRecovery(report, out).write();
        }
    },
    /** For programs: everything, at full precision. */
    JSON {
        @Override
        void write(RecoveryReport report, PrintWriter out) throws IOException {
            JsonRecovery.write(report, out);
        }
    },
    /** For spreadsheets: one row per group and figure, at full precision. */
    CSV {
        @Override
        void write(RecoveryReport report, PrintWriter out) throws IOException {
            CsvRecovery.write(report, out);
        }
    };

    abstract void write(RecoveryReport report, PrintWriter out) throws IOException;
}
