package org.handbell.cases.trust;

import java.util.List;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.RegisterEntry;
import org.handbell.contract.AccountEvent;

/// A trust as its file says it, checked.
record TrustFile(
        List<RegisterEntry> entries,
        List<Member> members,
        List<AccountEvent.Registered> accounts) {}
