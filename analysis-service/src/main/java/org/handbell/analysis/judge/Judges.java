package org.handbell.analysis.judge;

import org.handbell.analysis.policy.PolicyPacks;

/// Makes a judge for some packs, with all else as it is configured.
@FunctionalInterface
public interface Judges {

    Judge over(PolicyPacks packs);
}
