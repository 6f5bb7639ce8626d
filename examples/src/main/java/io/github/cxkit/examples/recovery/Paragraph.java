package io.github.cxkit.examples.recovery;

import java.io.PrintWriter;

/** Prints a long sentence in lines that fit a window. */
final class Paragraph {

    private static final int WIDTH = 100;

    private Paragraph() {}

    /** Further lines stand further to the right. */
    static void print(PrintWriter out, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(indent + "  ");
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        out.println(line);
    }
}
