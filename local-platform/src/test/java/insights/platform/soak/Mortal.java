package insights.platform.soak;

import insights.platform.LocalPlatform;
import insights.platform.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Something that dies and is started again by the platform. */
record Mortal(String name, Supplier<ProcessHandle> found) {

    static Mortal of(Service service) {
        return new Mortal(service.title(), () -> byCommand("/" + service.title() + "/target/"));
    }

    /** All that may die while one service is spared. */
    static List<Mortal> all(LocalPlatform platform, Service spared) {
        List<Mortal> all = new ArrayList<>();
        for (Service service : Service.values()) {
            if (service != spared) {
                all.add(of(service));
            }
        }
        all.add(new Mortal("Keycloak", () -> byCommand("keycloak")));
        all.add(new Mortal("PostgreSQL", () -> postmaster(platform)));
        return all;
    }

    ProcessHandle process() {
        return found.get();
    }

    void die() {
        ProcessHandle process = process();
        if (process != null && process.destroyForcibly()) {
            process.onExit().join();
        }
    }

    /** Null while it is not there. */
    private static ProcessHandle byCommand(String part) {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains(part))
                .findFirst()
                .orElse(null);
    }

    private static ProcessHandle postmaster(LocalPlatform platform) {
        try {
            return ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(platform.postgres().data().resolve("postmaster.pid"))
                                    .getFirst()))
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
