package org.handbell.cases.evidence;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

class JdbcEvidenceLocker implements EvidenceLocker {

    private static final int SALT_BYTES = 32;

    private final JdbcClient jdbc;
    private final Seal master;
    private final SecureRandom random;
    private final Clock clock;

    JdbcEvidenceLocker(JdbcClient jdbc, byte[] masterKey, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.master = new Seal(masterKey, random);
        this.random = random;
        this.clock = clock;
    }

    private record Holder(
            byte @Nullable [] wrappedKey, long entries, byte[] head, boolean pointerOnly) {}

    private record Entry(
            long seq, String kind, byte[] sealed, byte[] saltedHash, byte[] chain, Instant at) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String holder, Capture capture, byte[] content) {
        var state = lock(holder);
        var key = key(holder, state);
        if (key == null) {
            throw new IllegalStateException("the key of " + holder + " was erased");
        }
        var payload = new Payload(randomBytes(SALT_BYTES), capture, content).bytes();
        var seq = state.entries() + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var saltedHash = Chain.hash(payload);
        var kind = capture.kind().name();
        var chain = Chain.link(state.head(), seq, kind, at, saltedHash);
        insert(
                holder,
                new Entry(
                        seq, kind, key.close(payload, label(holder, seq)), saltedHash, chain, at));
        jdbc.sql("update evidence_holders set entries = ?, head = ? where holder = ?")
                .params(seq, chain, holder)
                .update();
    }

    private void insert(String holder, Entry entry) {
        jdbc.sql(
                        """
                        insert into evidence
                            (holder, seq, kind, sealed, salted_hash, chain, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        holder,
                        entry.seq(),
                        entry.kind(),
                        entry.sealed(),
                        entry.saltedHash(),
                        entry.chain(),
                        Timestamp.from(entry.at()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Exhibit> of(String holder) {
        var state = find(holder);
        var whole = opened(holder, state);
        return state.filter(Holder::pointerOnly).isPresent()
                ? whole.stream().map(Pointer::reduced).toList()
                : whole;
    }

    private List<Exhibit> opened(String holder, Optional<Holder> state) {
        var key = state.map(found -> key(holder, found));
        return key.isEmpty()
                ? List.of()
                : entries(holder).stream()
                        .map(entry -> exhibit(holder, entry, key.orElseThrow()))
                        .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Pointer> pointers(String holder) {
        var newest = new LinkedHashMap<String, Pointer>();
        opened(holder, find(holder)).stream()
                .flatMap(exhibit -> Pointer.of(exhibit).stream())
                .forEach(pointer -> newest.put(pointer.postId(), pointer));
        return List.copyOf(newest.values());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void pointerOnly(String holder) {
        jdbc.sql("update evidence_holders set pointer_only = true where holder = ?")
                .param(holder)
                .update();
    }

    private static Exhibit exhibit(String holder, Entry entry, Seal key) {
        var payload = Payload.of(key.open(entry.sealed(), label(holder, entry.seq())));
        return new Exhibit(
                entry.seq(),
                entry.at(),
                payload.capture(),
                payload.content(),
                HexFormat.of().formatHex(entry.chain()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(String holder) {
        lock(holder);
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] seal(String holder, String words) {
        var key =
                find(holder)
                        .map(state -> key(holder, state))
                        .orElseThrow(() -> new IllegalStateException(holder + " has no key"));
        return key.close(words.getBytes(StandardCharsets.UTF_8), holder + "/words");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> open(String holder, byte[] sealed) {
        return find(holder)
                .map(state -> key(holder, state))
                .map(key -> key.open(sealed, holder + "/words"))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] seal(String holder, String label, byte[] content) {
        return find(holder)
                .map(state -> key(holder, state))
                .orElseThrow(() -> new IllegalStateException(holder + " has no key"))
                .close(content, holder + "/" + label);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> open(String holder, String label, byte[] sealed) {
        return find(holder)
                .map(state -> key(holder, state))
                .map(key -> key.open(sealed, holder + "/" + label));
    }

    @Override
    @Transactional(readOnly = true)
    public Verification verify(String holder) {
        var state = find(holder).orElseGet(() -> new Holder(null, 0, Chain.START, false));
        var key = key(holder, state);
        var before = Chain.START;
        var expected = 1L;
        for (var entry : entries(holder)) {
            var wrong = wrong(holder, entry, expected, before, key);
            if (wrong != null) {
                return new Verification.Broken(expected, wrong);
            }
            before = entry.chain();
            expected++;
        }
        var count = expected - 1;
        if (count != state.entries() || !Arrays.equals(before, state.head())) {
            return new Verification.Broken(expected, "the chain does not end where it should");
        }
        return key == null ? new Verification.Erased(count) : new Verification.Intact(count);
    }

    private static @Nullable String wrong(
            String holder, Entry entry, long expected, byte[] before, @Nullable Seal key) {
        if (entry.seq() != expected) {
            return "an entry is missing";
        }
        var link = Chain.link(before, entry.seq(), entry.kind(), entry.at(), entry.saltedHash());
        if (!Arrays.equals(link, entry.chain())) {
            return "the entry does not fit the one before";
        }
        return key == null || opens(holder, entry, key) ? null : "the content was changed";
    }

    private static boolean opens(String holder, Entry entry, Seal key) {
        try {
            var payload = key.open(entry.sealed(), label(holder, entry.seq()));
            return Arrays.equals(Chain.hash(payload), entry.saltedHash());
        } catch (EvidenceUnreadableException e) {
            return false;
        }
    }

    @Override
    @Transactional
    public void erase(String holder) {
        jdbc.sql(
                        """
                        update evidence_holders set wrapped_key = null, erased_at = ?
                        where holder = ? and wrapped_key is not null
                        """)
                .params(Timestamp.from(clock.instant()), holder)
                .update();
    }

    @Override
    @Transactional
    public void forget(String holder) {
        jdbc.sql("delete from evidence where holder = ?").param(holder).update();
        jdbc.sql("delete from evidence_holders where holder = ?").param(holder).update();
    }

    /// The holder's row, locked so that entries get their numbers one after another; made with a
    /// new key where it is not there.
    private Holder lock(String holder) {
        jdbc.sql(
                        """
                        insert into evidence_holders (holder, wrapped_key, head) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        holder,
                        master.close(randomBytes(Seal.KEY_BYTES), holder + "/key"),
                        Chain.START)
                .update();
        return jdbc.sql("select * from evidence_holders where holder = ? for update")
                .param(holder)
                .query((rs, row) -> holder(rs))
                .single();
    }

    private Optional<Holder> find(String holder) {
        return jdbc.sql("select * from evidence_holders where holder = ?")
                .param(holder)
                .query((rs, row) -> holder(rs))
                .optional();
    }

    private static Holder holder(ResultSet rs) throws SQLException {
        return new Holder(
                rs.getBytes("wrapped_key"),
                rs.getLong("entries"),
                rs.getBytes("head"),
                rs.getBoolean("pointer_only"));
    }

    private List<Entry> entries(String holder) {
        return jdbc.sql("select * from evidence where holder = ? order by seq")
                .param(holder)
                .query((rs, row) ->
                        new Entry(
                                rs.getLong("seq"),
                                rs.getString("kind"),
                                rs.getBytes("sealed"),
                                rs.getBytes("salted_hash"),
                                rs.getBytes("chain"),
                                rs.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    private @Nullable Seal key(String holder, Holder state) {
        return state.wrappedKey() == null
                ? null
                : new Seal(master.open(state.wrappedKey(), holder + "/key"), random);
    }

    private byte[] randomBytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String label(String holder, long seq) {
        return holder + "/" + seq;
    }
}
