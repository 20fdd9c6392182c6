package org.handbell.ingest.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells addresses of the public internet from all others (IANA's special-purpose registries). For
/// IPv6 only global unicast is public, so that what is assigned later stays closed.
final class PublicAddress {

    private static final List<Block> CLOSED_4 =
            List.of(
                    Block.of("0.0.0.0", 8), // this network
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10), // carrier-grade NAT
                    Block.of("127.0.0.0", 8),
                    Block.of("169.254.0.0", 16), // link-local, cloud metadata
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.88.99.0", 24), // 6to4 relays
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15), // benchmarks
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 4), // multicast
                    Block.of("240.0.0.0", 4));

    private static final Block GLOBAL_6 = Block.of("2000::", 3);
    private static final Block TRANSLATED_4 = Block.of("64:ff9b::", 96);

    private static final List<Block> CLOSED_6 =
            List.of(
                    Block.of("2001::", 23), // Teredo, benchmarks, ORCHID
                    Block.of("2001:db8::", 32),
                    Block.of("2002::", 16), // 6to4 carries an IPv4 address
                    Block.of("3fff::", 20));

    private PublicAddress() {}

    /// Whether the address is reached over the public internet alone.
    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> CLOSED_4.stream().noneMatch(b -> b.holds(four));
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(Inet6Address six) {
        if (TRANSLATED_4.holds(six)) {
            return is(embedded(six));
        }
        return GLOBAL_6.holds(six) && CLOSED_6.stream().noneMatch(b -> b.holds(six));
    }

    private static InetAddress embedded(Inet6Address six) {
        return address(Arrays.copyOfRange(six.getAddress(), 12, 16));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("not 4 or 16 bytes", e);
        }
    }

    private record Block(InetAddress first, int bits) {

        static Block of(String first, int bits) {
            return new Block(InetAddress.ofLiteral(first), bits);
        }

        boolean holds(InetAddress address) {
            var a = first.getAddress();
            var b = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((a[bit / 8] & mask) != (b[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
