/// How fast the analysis is: an invented trust, pack and stream of posts of any size, made from a
/// seed, and runs over them.
@NullMarked
package org.handbell.benchmarks;

import org.jspecify.annotations.NullMarked;
