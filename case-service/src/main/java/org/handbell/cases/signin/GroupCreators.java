package org.handbell.cases.signin;

import java.util.Optional;

/// Knows who created a group; asked only for the seats that anybody may take in one click.
public interface GroupCreators {

    /// Person id of somebody who holds a group's account.
    Optional<String> anyone();
}
