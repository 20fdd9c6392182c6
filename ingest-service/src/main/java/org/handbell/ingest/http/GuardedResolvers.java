package org.handbell.ingest.http;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Gives the connection exactly the addresses that were judged, so that nothing can change between
/// the look and the connecting (DNS rebinding). Names are looked up off the event loop.
final class GuardedResolvers extends AddressResolverGroup<InetSocketAddress> {

    private final Destinations destinations;

    GuardedResolvers(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guarded(executor, destinations);
    }

    private static final class Guarded extends AbstractAddressResolver<InetSocketAddress> {

        private final Destinations destinations;

        Guarded(EventExecutor executor, Destinations destinations) {
            super(executor, InetSocketAddress.class);
            this.destinations = destinations;
        }

        /// Never, so that literal addresses are judged as well.
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
            Thread.startVirtualThread(() -> {
                try {
                    promise.trySuccess(judged(asked).getFirst());
                } catch (IOException e) {
                    promise.tryFailure(e);
                }
            });
        }

        @Override
        protected void doResolveAll(
                InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
            Thread.startVirtualThread(() -> {
                try {
                    promise.trySuccess(judged(asked));
                } catch (IOException e) {
                    promise.tryFailure(e);
                }
            });
        }

        private List<InetSocketAddress> judged(InetSocketAddress asked) throws IOException {
            var host = asked.getHostString();
            var known = asked.getAddress();
            var permitted =
                    known == null
                            ? destinations.reachable(host, asked.getPort())
                            : destinations.permitted(host, asked.getPort(), known);
            if (permitted.isEmpty()) {
                throw new ForbiddenAddressException();
            }
            return permitted.stream().map(a -> at(a, asked.getPort())).toList();
        }

        private static InetSocketAddress at(InetAddress address, int port) {
            return new InetSocketAddress(address, port);
        }
    }
}
