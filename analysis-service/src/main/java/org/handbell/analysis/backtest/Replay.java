package org.handbell.analysis.backtest;

import java.io.IOException;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.contract.KeyedHash;

/// Where posts come from that are judged again.
interface Replay {

    /// Key of the register that goes with them.
    KeyedHash hash();

    /// Hands over each post, until all are read or nobody wants more.
    void each(Taker taker) throws IOException, InterruptedException;

    /// Takes one post on.
    interface Taker {

        /// @param weight bytes of it that are held in memory
        /// @return false where no more is wanted
        boolean take(int weight, Work work) throws InterruptedException;
    }

    /// One post, not yet read.
    interface Work {

        /// Reads it and compares what both packs make of it.
        Compared compared(Comparing comparing);
    }

    /// A judge by some packs, for these posts.
    default Judge judge(PolicyPacks packs) {
        return new Judge(packs, hash());
    }
}
