/// What a post means, beyond its words: a sentence encoder and small heads, one for each clause.
@NullMarked
package org.handbell.analysis.meaning;

import org.jspecify.annotations.NullMarked;
