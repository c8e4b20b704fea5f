package insights.segment.file.text;

import java.nio.charset.Charset;

/**
 * What a file was read in because it is nothing else that could be told: its letters may have been meant as others.
 *
 * @param offset of the first byte that is none of ASCII
 * @param example that character as it was read, with a letter at each side, if any: more would be somebody's
 */
public record GuessedCharset(Charset charset, long offset, String example) {

    /** By the character before it and the text that it begins. */
    static GuessedCharset of(Charset charset, long offset, char before, CharSequence text) {
        StringBuilder example = new StringBuilder();
        if (Character.isLetterOrDigit(before)) {
            example.append(before);
        }
        example.append(text.charAt(0));
        if (text.length() > 1 && Character.isLetterOrDigit(text.charAt(1))) {
            example.append(text.charAt(1));
        }
        return new GuessedCharset(charset, offset, example.toString());
    }
}
