// Imported before everything else, so that a Node that is too old says so instead of failing on what
// it does not know. Keep the files that are imported statically readable for Node 14.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const supported = major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);

if (!supported) {
  console.error(
    `This workspace needs Node 20.19 or later, 22.12 or later, or 24; this is ${process.version}.`,
  );
  process.exit(1);
}
