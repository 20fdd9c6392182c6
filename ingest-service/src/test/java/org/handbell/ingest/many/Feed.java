package org.handbell.ingest.many;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;

/// The posts of one account and its Atom feed (RFC 4287). What the feed shows and what the truth
/// says change at the same moment.
final class Feed {

    /// Edits and deletions happen to the newest posts. The oldest one stays as it is: a feed that
    /// has lost its last item does not tell whether it was deleted.
    private static final int LIVELY = 5;

    private final String base;
    private final Truth truth;
    private final Clock clock;
    private final SequencedMap<Integer, Entry> entries = new LinkedHashMap<>();
    private int posted;
    private int revision;

    /// @param base address of the account, without a slash at its end
    Feed(String base, Truth truth, Clock clock) {
        this.base = base;
        this.truth = truth;
        this.clock = clock;
    }

    private record Entry(String id, Instant at, int state) {}

    /// The feed at one moment.
    ///
    /// @param mark changes with the feed
    record Shown(String mark, String xml) {}

    String address() {
        return base + "/feed.xml";
    }

    synchronized void post() {
        var id = base + "/posts/" + posted;
        entries.putLast(posted++, new Entry(id, clock.instant(), truth.says(id)));
        revision++;
    }

    /// A new post, an edit or a deletion, as chance has it.
    synchronized void change(Random random) {
        var lively = Math.min(LIVELY, entries.size() - 1);
        var what = random.nextInt(10);
        if (lively == 0 || what < 4) {
            post();
            return;
        }
        var number = entries.keySet().stream().skip(entries.size() - 1L - random.nextInt(lively));
        var chosen = number.findFirst().orElseThrow();
        if (what < 8) {
            edit(chosen);
        } else {
            truth.isGone(base + "/posts/" + chosen);
            entries.remove(chosen);
        }
        revision++;
    }

    private void edit(int number) {
        entries.computeIfPresent(
                number, (_, entry) -> new Entry(entry.id(), entry.at(), truth.says(entry.id())));
    }

    /// The mark of the feed as it stands.
    synchronized String mark() {
        return "\"" + revision + "\"";
    }

    synchronized Shown shown() {
        var xml =
                new StringBuilder("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>")
                        .append("<title>Notes</title><id>urn:notes</id>")
                        .append("<updated>2026-11-02T12:00:00Z</updated>");
        entries.sequencedValues().reversed().forEach(entry -> xml.append(xml(entry)));
        return new Shown(mark(), xml.append("</feed>").toString());
    }

    synchronized boolean has(int post) {
        return entries.containsKey(post);
    }

    private static String xml(Entry entry) {
        return """
        <entry><id>%s</id><link href='%s'/><title/><published>%s</published>\
        <updated>%s</updated><content type='text'>%s</content></entry>\
        """
                .formatted(entry.id(), entry.id(), entry.at(), entry.at(), Said.of(entry.state()));
    }

    /// What posts say, so that their words tell which state it is.
    static final class Said {

        private static final String BEFORE = "Seen on the way to school today: wren no. ";
        private static final String AFTER = " of this autumn, and it was singing.";

        private Said() {}

        static String of(int state) {
            return BEFORE + state + AFTER;
        }

        static int state(String text) {
            var number = text.substring(BEFORE.length(), text.length() - AFTER.length());
            return Integer.parseInt(number);
        }
    }
}
