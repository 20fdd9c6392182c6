package org.handbell.standalone.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Room on the disk of the data folder.
record DiskSpace(Path folder) implements Check {

    private static final long MIB = 1024L * 1024;
    private static final long LITTLE = 2048;
    private static final long TOO_LITTLE = 256;

    @Override
    public List<Diagnosis> look() {
        try {
            var free = Files.getFileStore(folder).getUsableSpace() / MIB;
            var what = "%d MiB are free for %s".formatted(free, folder);
            if (free < TOO_LITTLE) {
                return List.of(Diagnosis.ill(what, "make room: Kafka and PostgreSQL stop without"));
            }
            return List.of(
                    free < LITTLE ? Diagnosis.look(what, "make room soon") : Diagnosis.well(what));
        } catch (IOException e) {
            return List.of(Diagnosis.look("the room for %s is not known".formatted(folder), ""));
        }
    }
}
