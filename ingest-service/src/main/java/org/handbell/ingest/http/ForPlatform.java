package org.handbell.ingest.http;

import java.util.Locale;
import org.handbell.contract.Platform;

/// For which platform this thread asks. A host is no label of a figure, since it may be a person;
/// the platform of the account that is being read is one.
public final class ForPlatform {

    private static final ScopedValue<Platform> CURRENT = ScopedValue.newInstance();

    private ForPlatform() {}

    /// Runs something whose requests count for a platform.
    public static <T, X extends Throwable> T ask(
            Platform platform, ScopedValue.CallableOp<T, X> asking) throws X {
        return ScopedValue.where(CURRENT, platform).call(asking);
    }

    /// The label; `none` where nothing was said.
    static String label() {
        return CURRENT.isBound() ? label(CURRENT.get()) : "none";
    }

    static String label(Platform platform) {
        return platform.name().toLowerCase(Locale.ROOT);
    }
}
