package io.github.cxkit.examples.report;

import java.io.IOException;
import java.io.PrintWriter;

/** How a report can be written. */
enum ReportFormat {
    /** For people. */
    TEXT {
        @Override
        void write(Report report, PrintWriter out) {
            new TextReport(report, out).write();
        }
    },
    /** For programs: everything, at full precision. */
    JSON {
        @Override
        void write(Report report, PrintWriter out) throws IOException {
            JsonReport.write(report, out);
        }
    },
    /** For spreadsheets: one row per group and score, at full precision. */
    CSV {
        @Override
        void write(Report report, PrintWriter out) throws IOException {
            CsvReport.write(report, out);
        }
    };

    abstract void write(Report report, PrintWriter out) throws IOException;
}
