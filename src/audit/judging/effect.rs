//! What it does to a question if something counts in one way.

/// Gains toward the demands, and what is used up of the limits.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// What it adds to each demand (tenths of credits, or courses).
    pub gain: Vec<u16>,
    /// What it uses up of each limit (tenths of credits, or courses).
    pub uses: Vec<u16>,
}

impl Effect {
    /// Of nothing, for so many demands and limits.
    pub fn none(demands: usize, limits: usize) -> Effect {
        Effect { gain: vec![0; demands], uses: vec![0; limits] }
    }

    /// Both together.
    pub fn add(&mut self, more: &Effect) {
        for (total, more) in self.gain.iter_mut().zip(&more.gain).chain(self.uses.iter_mut().zip(&more.uses)) {
            *total = total.saturating_add(*more);
        }
    }

    /// Whether it makes the other needless: at least the same gain everywhere, for no more of any limit.
    pub fn covers(&self, other: &Effect) -> bool {
        let gains = self.gain.iter().zip(&other.gain).all(|(own, other)| own >= other);
        gains && self.uses.iter().zip(&other.uses).all(|(own, other)| own <= other)
    }

    /// Whether it still fits into the limits (`most` of each) beside what is used of them.
    pub fn fits(&self, used: &[u16], most: &[u16]) -> bool {
        self.uses.iter().zip(used.iter().zip(most)).all(|(more, (used, most))| used.saturating_add(*more) <= *most)
    }

    /// Whether it fits into what is left of each limit.
    pub fn fits_into(&self, room: &[u16]) -> bool {
        self.uses.iter().zip(room).all(|(uses, room)| uses <= room)
    }

    /// What it adds to one demand.
    pub fn gain_of(&self, demand: usize) -> u16 {
        self.gain.get(demand).copied().unwrap_or(0)
    }
}
