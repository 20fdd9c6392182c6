/// What the four services may know of each other: every topic, and the events on it as records of
/// one sealed family per topic. Depends on the JDK alone; how events look on the wire is in
/// `org.handbell.contract.wire`.
@NullMarked
package org.handbell.contract;

import org.jspecify.annotations.NullMarked;
