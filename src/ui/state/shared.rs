//! A value too large to copy or compare, handed around by reference count.

use std::ops::Deref;
use std::sync::Arc;

/// Equal when it is the same value in memory: signals need to compare, and comparing whole catalogs would be waste.
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Takes the value.
    pub fn new(value: T) -> Shared<T> {
        Shared(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(self.0.clone())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
