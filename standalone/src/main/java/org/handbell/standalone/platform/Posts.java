package org.handbell.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handbell.contract.wire.Json;

/// All posts of the local platform, and which steps of its schedule were carried out; one JSON
/// file, replaced as a whole with each change, so that a restart goes on where it stopped.
final class Posts {

    private static final int MOST = 2000;

    private final Path file;
    private final Clock clock;
    private final Map<String, LocalPost> posts = new LinkedHashMap<>();
    private final Map<String, String> done = new LinkedHashMap<>();

    private Posts(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Opens the posts as they were when the process stopped.
    static Posts open(Path file, Clock clock) {
        var posts = new Posts(file, clock);
        if (Files.exists(file)) {
            var kept = Json.mapper().readValue(file.toFile(), Kept.class);
            kept.posts().forEach(post -> posts.posts.put(post.id(), post));
            posts.done.putAll(kept.done());
        }
        return posts;
    }

    synchronized LocalPost publish(Draft draft) {
        var post =
                new LocalPost(
                        nextId(),
                        draft.account(),
                        clock.instant(),
                        null,
                        draft.text(),
                        draft.pictures(),
                        draft.pollOptions(),
                        draft.boosts(),
                        draft.replyTo());
        posts.put(post.id(), post);
        forgetOldest();
        save();
        return post;
    }

    synchronized void edit(String id, String text) {
        posts.computeIfPresent(id, (key, post) -> post.edited(text, clock.instant()));
        save();
    }

    synchronized void delete(String id) {
        posts.remove(id);
        save();
    }

    synchronized Optional<LocalPost> byId(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    /// The newest first.
    synchronized List<LocalPost> all() {
        return posts.values().stream()
                .sorted(Comparator.comparingLong(LocalPost::number).reversed())
                .toList();
    }

    /// The newest first.
    List<LocalPost> of(String account) {
        return all().stream().filter(post -> post.account().equals(account)).toList();
    }

    /// The post that a step of the schedule made, where it was carried out; empty text where the
    /// step made none.
    synchronized Optional<String> doneBy(String step) {
        return Optional.ofNullable(done.get(step));
    }

    synchronized void markDone(String step, String postId) {
        done.put(step, postId);
        save();
    }

    /// Milliseconds with room for a thousand posts in each, so that ids grow with time as those of
    /// real servers do.
    private String nextId() {
        var newest = posts.values().stream().mapToLong(LocalPost::number).max().orElse(0);
        return Long.toString(Math.max(clock.millis() * 1000, newest + 1));
    }

    private void forgetOldest() {
        while (posts.size() > MOST) {
            posts.remove(posts.keySet().iterator().next());
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            var kept = new Kept(List.copyOf(posts.values()), Map.copyOf(done));
            Files.write(fresh, Json.mapper().writeValueAsBytes(kept));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the local platform cannot write " + file, e);
        }
    }

    private record Kept(List<LocalPost> posts, Map<String, String> done) {}
}
