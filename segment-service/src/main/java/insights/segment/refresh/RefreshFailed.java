package insights.segment.refresh;

import java.util.UUID;

/** A refresh cannot be completed. The message is for those who asked for it. */
class RefreshFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID refresh;

    RefreshFailed(UUID refresh, String detail, Throwable cause) {
        super(detail, cause);
        this.refresh = refresh;
    }

    UUID refresh() {
        return refresh;
    }
}
