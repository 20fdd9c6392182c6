package org.handbell.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What reading costs at the least: a loop over the addresses with the client of this service, and
/// conditional requests, and nothing else. For comparison.
public final class BareClient {

    private final Hop hop;
    private final List<URI> addresses;
    private final Map<URI, String> marks = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    private BareClient(Hop hop, List<URI> addresses) {
        this.hop = hop;
        this.addresses = addresses;
    }

    /// @param args a file with an address on each line, `host:port` of the servers with commas
    ///   between, and the milliseconds in which each address is asked once
    public static void main(String[] args) throws IOException {
        var addresses = Files.readAllLines(Path.of(args[0])).stream().map(URI::create).toList();
        var settings = Webs.settings(args[1].split(",", -1));
        var hop = new MicronautHop(settings, new Destinations(settings.allowedPrivate()));
        var client = new BareClient(hop, addresses);
        var every = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2])) / addresses.size();
        var asking = Executors.newVirtualThreadPerTaskExecutor();
        Executors.newSingleThreadScheduledExecutor()
                .scheduleAtFixedRate(
                        () -> asking.execute(client::ask), 0, every, TimeUnit.NANOSECONDS);
    }

    private void ask() {
        var address = addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
        var query = Query.of(address).unlessUnchanged(marks.get(address), null);
        if (hop.ask(query) instanceof Reply.Answered answered) {
            answered.header("ETag").ifPresent(mark -> marks.put(address, mark));
        }
    }
}
