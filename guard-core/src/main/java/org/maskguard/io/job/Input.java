package org.maskguard.io.job;

import org.maskguard.io.Model;

/// What one file holds, which is at least one of two.
///
/// @param model printable objects, or null
/// @param job print job, or null
public record Input(Model model, Job job) {}
