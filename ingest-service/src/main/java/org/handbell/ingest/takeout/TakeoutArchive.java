package org.handbell.ingest.takeout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A Takeout archive as a zip file or an unpacked folder. Nothing is unpacked to disk, and no more
/// than one post at a time is in memory. Names of its files hold words of posts, and are never
/// told.
public final class TakeoutArchive implements AutoCloseable {

    /// Most posts that are read of one archive.
    public static final int MOST_POSTS = 50_000;

    /// Largest post, in bytes after unpacking.
    public static final int LARGEST_POST = 1024 * 1024;

    private static final int DEPTH = 6;
    private static final Pattern POST =
            Pattern.compile("(?:.*/)?Google\\+ Stream/Posts/[^/]+\\.json", Pattern.DOTALL);

    private final Contents contents;

    private TakeoutArchive(Contents contents) {
        this.contents = contents;
    }

    /// @throws IOException where it is neither a folder nor a zip file that can be read
    public static TakeoutArchive open(Path archive) throws IOException {
        return new TakeoutArchive(
                Files.isDirectory(archive, LinkOption.NOFOLLOW_LINKS)
                        ? new Folder(archive)
                        : new Zip(new ZipFile(archive.toFile())));
    }

    /// The files of posts, in the order of their names, at most [#MOST_POSTS]; to be closed.
    ///
    /// @throws IOException where a folder cannot be listed
    public Stream<PostFile> posts() throws IOException {
        return contents.posts();
    }

    @Override
    public void close() throws IOException {
        contents.close();
    }

    /// The file of one post.
    @FunctionalInterface
    public interface PostFile {

        InputStream open() throws IOException;

        /// Its bytes, at most one more than [TakeoutArchive#LARGEST_POST].
        default byte[] bytes() throws IOException {
            try (var stream = open()) {
                return stream.readNBytes(LARGEST_POST + 1);
            }
        }
    }

    private interface Contents extends AutoCloseable {

        Stream<PostFile> posts() throws IOException;

        @Override
        void close() throws IOException;
    }

    private record Zip(ZipFile file) implements Contents {

        @Override
        public Stream<PostFile> posts() {
            return file.stream()
                    .filter(entry -> POST.matcher(entry.getName()).matches())
                    .limit(MOST_POSTS)
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .map(entry -> () -> file.getInputStream(entry));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /// Links are not followed: they may lead anywhere.
    private record Folder(Path folder) implements Contents {

        @Override
        public Stream<PostFile> posts() throws IOException {
            return Files.walk(folder, DEPTH)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> POST.matcher(named(file)).matches())
                    .limit(MOST_POSTS)
                    .sorted()
                    .map(file -> () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        }

        @Override
        public void close() {}

        private String named(Path file) {
            return folder.toAbsolutePath().getFileName()
                    + "/"
                    + folder.relativize(file).toString().replace('\\', '/');
        }
    }
}
