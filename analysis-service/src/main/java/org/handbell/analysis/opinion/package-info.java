/// An optional second opinion, by a language model that the trust runs itself. It never decides and
/// never routes: it may suggest, doubt, or talk a low finding away, and marks what it touched.
@NullMarked
package org.handbell.analysis.opinion;

import org.jspecify.annotations.NullMarked;
