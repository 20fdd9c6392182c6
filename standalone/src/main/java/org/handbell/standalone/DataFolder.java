package org.handbell.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;

/// The folder with all that outlives a run: broker, database, mails, posts, keys. One process at a
/// time has it.
final class DataFolder implements AutoCloseable {

    /// Where the ports of the running process are written, for other commands to find it.
    static final String PORTS = "ports.json";

    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final FileChannel lock;
    private final Clock clock;

    private DataFolder(Path folder, FileChannel lock, Clock clock) {
        this.folder = folder;
        this.lock = lock;
        this.clock = clock;
    }

    /// Takes the folder.
    ///
    /// @throws IllegalStateException where another process has it
    static DataFolder take(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            var absolute = folder.toRealPath();
            return new DataFolder(absolute, lock(absolute.resolve("lock")), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be used", e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /// A file with random bytes that only its owner can read, made where it is missing.
    Path key(String name) {
        var file = folder.resolve("keys").resolve(name);
        return Files.exists(file) ? file : makeKey(file);
    }

    /// The day of the first start: nothing posted earlier is collected.
    LocalDate firstDay() {
        try {
            var file = folder.resolve("first-day");
            if (!Files.exists(file)) {
                var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
                Files.writeString(file, today.toString());
            }
            return LocalDate.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the first day cannot be kept in " + folder, e);
        }
    }

    /// Writes a small file.
    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + " in " + folder, e);
        }
    }

    void writePorts(Ports ports) {
        write(PORTS, Json.mapper().writeValueAsString(ports));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(PORTS));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot leave the folder " + folder, e);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException(
                    "Handbell is running already on "
                            + file.getParent()
                            + ". Stop it with Ctrl-C.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path makeKey(Path file) {
        try {
            var ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(file.getParent(), ownerOnly);
            var readable =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            var bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            return Files.write(Files.createFile(file, readable), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the key " + file, e);
        }
    }
}
