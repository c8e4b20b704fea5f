package insights.segment.imports.log;

import java.io.IOException;

/** Somebody has stopped the import. */
public final class ImportCanceled extends IOException {

    private static final long serialVersionUID = 1L;

    ImportCanceled() {
        super("Somebody has stopped this import, and nothing was changed.");
    }
}
