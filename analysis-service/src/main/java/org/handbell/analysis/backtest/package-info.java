/// `./handbell backtest`: what a candidate pack would have found otherwise than the running one,
/// over posts that are at hand.
@NullMarked
package org.handbell.analysis.backtest;

import org.jspecify.annotations.NullMarked;
