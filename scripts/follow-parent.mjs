// Loaded ahead of every program that a script starts, and of what those start in turn: when its
// parent is gone, even by kill -9, and the system has given it another, it ends too.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500).unref();
