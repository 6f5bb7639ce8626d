package io.github.cxkit.examples.csv;

/** Gives the same object for the same short text, as long as it has not been displaced by another; of fixed size. */
final class TextPool {

    private static final int LONGEST = 24;
    private static final int PLACES = 1 << 12;

    private final String[] texts = new String[PLACES];

    String text(char[] buffer, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(buffer, offset, length);
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + buffer[i];
        }
        int place = (hash ^ hash >>> 12) & PLACES - 1;
        String known = texts[place];
        if (known != null && isSame(known, buffer, offset, length)) {
            return known;
        }
        String text = new String(buffer, offset, length);
        texts[place] = text;
        return text;
    }

    private static boolean isSame(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != buffer[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
