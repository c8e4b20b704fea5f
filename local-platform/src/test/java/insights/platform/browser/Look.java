package insights.platform.browser;

import com.microsoft.playwright.options.ColorScheme;

/** In which language, on how wide a screen, and how dark somebody reads. */
record Look(String locale, int width, ColorScheme colours) {

    static final Look ENGLISH = new Look("en-GB", 1440, ColorScheme.LIGHT);

    private static final int HEIGHT = 1000;

    static Look of(String locale) {
        return new Look(locale, ENGLISH.width, ENGLISH.colours);
    }

    Look dark() {
        return new Look(locale, width, ColorScheme.DARK);
    }

    int height() {
        return HEIGHT;
    }

    String language() {
        return locale.substring(0, 2);
    }
}
