package org.maskguard.gateway.store;

import java.util.List;
import java.util.Optional;

/// A page of jobs.
///
/// @param jobs oldest first
/// @param next what `after` is for the next page; empty where there is none
public record JobPage(List<Job> jobs, Optional<String> next) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
