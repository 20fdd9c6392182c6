// Starts a Bluesky network of its own on this machine: a directory of identities (PLC) and a
// personal data server (PDS), as the makers of the protocol run them in their own tests. Prints one
// line of JSON with their addresses, then runs until its standard input ends, so that it never
// outlives the test that started it.
//
//   PDS_PORT, PLC_PORT   ports to listen on; free ones where they are not set
import { TestNetworkNoAppView } from "@atproto/dev-env";

const port = (name) => (process.env[name] ? { port: Number(process.env[name]) } : {});

const network = await TestNetworkNoAppView.create({
  pds: port("PDS_PORT"),
  plc: port("PLC_PORT"),
});

process.stdout.write(
  JSON.stringify({ handbell: "ready", pds: network.pds.url, plc: network.plc.url }) + "\n",
);

const stop = async () => {
  await network.close();
  process.exit(0);
};
process.stdin.on("end", stop).resume();
process.once("SIGTERM", stop);
