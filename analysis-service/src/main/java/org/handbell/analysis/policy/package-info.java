/// The policy as data: dated packs of clauses, rules, exemptions and lexicons.
@NullMarked
package org.handbell.analysis.policy;

import org.jspecify.annotations.NullMarked;
