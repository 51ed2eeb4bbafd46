//! What the targets share that call libraries: which panics count.

/// A panic of a library is a broken file to the readers, and nothing to stop at: only a panic of this project's own is.
pub fn stop_at_them() {
    let stop = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let of_a_library = |place: &std::panic::Location<'_>| place.file().contains("/registry/");
        if !panic.location().is_some_and(of_a_library) {
            stop(panic);
        }
    }));
}
