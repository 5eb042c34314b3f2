using System.CommandLine;
using BlogKit.LoadTest;

var seconds = new Option<int>("--seconds") { Description = "How long each measurement takes.", DefaultValueFactory = static _ => 5 };
var connections = new Option<int>("--connections")
{
    Description = "Connections that ask at the same time.",
    DefaultValueFactory = static _ => 8,
};
var comments = new Option<int>("--comments")
{
    Description = "Comments on the post; its page shows 50.",
    DefaultValueFactory = static _ => 1_000,
};
var wrk = new Option<bool>("--wrk") { Description = "Ask for a second opinion: the same addresses by wrk, which has to be installed." };
var folder = new Option<DirectoryInfo>("--folder") { Description = "Where the server finds its blog.", Required = true };

var serve = new Command("serve", "The server that is measured; the load test starts it by itself.") { folder };
serve.SetAction((parsed, cancellationToken) => Server.RunAsync(parsed.GetRequiredValue(folder), cancellationToken));
var intake = new Command("intake", "What the library takes by itself, in this process.") { seconds, connections, folder };
intake.SetAction((parsed, cancellationToken) => Intake.RunAsync(
    parsed.GetRequiredValue(folder), parsed.GetValue(seconds), parsed.GetValue(connections), cancellationToken));

var root = new RootCommand("Measures a running blog over loopback, each figure beside its baseline in the same run.")
{
    seconds,
    connections,
    comments,
    wrk,
    serve,
    intake,
};
root.SetAction((parsed, cancellationToken) => LoadRun.RunAsync(
    new LoadSettings(parsed.GetValue(seconds), parsed.GetValue(connections), parsed.GetValue(comments), parsed.GetValue(wrk)),
    cancellationToken));
return await root.Parse(args).InvokeAsync();
