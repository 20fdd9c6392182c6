package org.handbell.ingest;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Coverage;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source;
import org.jspecify.annotations.Nullable;

/// A platform that shows what the test says.
public final class ScriptedSource implements Source {

    private final Map<String, List<Item>> shown = new ConcurrentHashMap<>();
    private final Map<String, Presence> presences = new ConcurrentHashMap<>();
    private final Queue<Fetch> next = new ArrayDeque<>();
    public final List<Depth> depths = new CopyOnWriteArrayList<>();
    public final List<String> positions = new CopyOnWriteArrayList<>();
    public final List<@Nullable LocalDate> since = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<String> fetched = new CopyOnWriteArrayList<>();

    /// From now on the account shows these items, newest first; of several with one id, the last is
    /// how it is now and the others are how it was before.
    public void shows(String accountId, Item... items) {
        shown.put(accountId, List.of(items));
    }

    /// From now on the account shows these too, as its newest.
    public void showsAlso(String accountId, Item item) {
        var items = new ArrayList<>(List.of(item));
        items.addAll(shown.getOrDefault(accountId, List.of()));
        shown.put(accountId, items);
    }

    /// What the platform answers when it is asked for the post.
    public void says(String postId, Presence presence) {
        presences.put(postId, presence);
    }

    /// The answer to the next fetch.
    public void answers(Fetch fetch) {
        next.add(fetch);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public boolean reads(AccountEvent.Registered account) {
        return shown.containsKey(account.accountId());
    }

    @Override
    public Coverage coverage() {
        return Invented.COVERAGE;
    }

    @Override
    public Fetch fetch(AccountEvent.Registered account, @Nullable String position, Depth depth) {
        depths.add(depth);
        since.add(account.collectFrom());
        positions.add(String.valueOf(position));
        fetched.add(account.accountId());
        var scripted = next.poll();
        if (scripted != null) {
            return scripted;
        }
        var items = shown.getOrDefault(account.accountId(), List.of());
        var newest = items.isEmpty() ? null : items.getFirst().postId();
        var present = new LinkedHashMap<String, Item>();
        items.forEach(item -> present.put(item.postId(), item));
        var earlier = new ArrayList<>(items);
        earlier.removeAll(present.values());
        return new Fetch.Fetched(
                List.copyOf(present.values()), List.of(), newest, depth == Depth.SWEEP, earlier);
    }

    @Override
    public Presence presence(AccountEvent.Registered account, String postId) {
        asked.add(postId);
        return presences.getOrDefault(postId, Presence.UNKNOWN);
    }
}
