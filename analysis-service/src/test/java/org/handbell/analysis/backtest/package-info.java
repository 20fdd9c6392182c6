@NullMarked
package org.handbell.analysis.backtest;

import org.jspecify.annotations.NullMarked;
