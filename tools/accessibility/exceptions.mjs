// What a checker finds and is no fault, each with its reason. One that no page needs any more fails the run.
//
//   rule    of which checker, and which
//   pages   of tests/e2e/pages.mjs where it is so; everywhere without
//   where   what must stand in the element or in what is said of it
//   why     it is no fault
export const EXCEPTIONS = [
  {
    rule: "ibm aria_content_in_landmark",
    where: /class="skip"/,
    why: "The way past the menu stands before everything, so that it is met first; inside the menu it would be a part of what it leads past.",
  },
];
