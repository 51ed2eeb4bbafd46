//! Random numbers that are the same everywhere: a failing case is named by its number alone.

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
pub struct Random(u64);

impl Random {
    /// The numbers of one case.
    pub fn new(case: u64) -> Random {
        let mut random = Random(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x6b75_6179_7500_0000);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of `0..n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of several, each as likely as the others; write one twice to make it likelier.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// Several of them, in their order.
    pub fn some<'a, T>(&mut self, from: &'a [T], chance: usize) -> Vec<&'a T> {
        from.iter().filter(|_| self.percent(chance)).collect()
    }
}
