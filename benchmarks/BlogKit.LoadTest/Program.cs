using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BlogKit.LoadTest;
using BlogKit.Moderation;

switch (args)
{
    case [ServerSettings.Command, .. var words]:
        await Server.RunAsync(ServerSettings.Parse(words));
        return 0;
    case [Intake.Command, var folder, var text, var round]:
        await Intake.RunAsync(
            new DirectoryInfo(folder),
            JsonSerializer.Deserialize(text, LoadJson.Default.LoadSettings)!,
            int.Parse(round, CultureInfo.InvariantCulture),
            CancellationToken.None);
        return 0;
}

var seconds = new Option<int>("--seconds") { Description = "The length of each measurement.", DefaultValueFactory = static _ => 5 };
var warmUp = new Option<int>("--warm-up")
{
    Description = "Seconds before each that are not counted.",
    DefaultValueFactory = static _ => 2,
};
var connections = new Option<int>("--connections")
{
    Description = "Connections that ask at the same time.",
    DefaultValueFactory = static _ => 8,
};
var rounds = new Option<int>("--rounds")
{
    Description = "How often each measurement is repeated, in turn with those it is compared with.",
    DefaultValueFactory = static _ => 3,
};
var preset = new Option<ModerationPreset>("--preset")
{
    Description = "The rules for the comments that are sent, without the hold of first comments and the flood limits.",
    DefaultValueFactory = static _ => ModerationPreset.None,
};
var only = new Option<string[]>("--only")
{
    Description = "Sections to be measured; all without it.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = static _ => [],
};
only.AcceptOnlyFromAmong([.. LoadRun.Sections]);
var beside = new Option<string[]>("--beside")
{
    Description = "Another server to be measured in a section: SECTION=http://HOST:PORT/PATH. In 'comments' the query is sent as the "
        + "form, with {name}, {email} and {text} filled in.",
    DefaultValueFactory = static _ => [],
};
var besideProcesses = new Option<int[]>("--beside-processes")
{
    Description = "The processes of that server.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = static _ => [],
};
var wrk = new Option<bool>("--wrk") { Description = "Ask for a second opinion: the same pages by wrk, which has to be installed." };
var file = new Argument<FileInfo>("file") { Description = "The file; one post with its comments a line." };

var export = new Command("export-threads", "Writes the posts and comments that are seeded as JSON, for another system.") { file };
export.SetAction((parsed, cancellationToken) => ExportedPost.WriteAllAsync(parsed.GetRequiredValue(file), cancellationToken));

// Both are taken before the command line is parsed, and stand here to be listed.
var serve = new Command(
    ServerSettings.Command, "KIND FOLDER [PRESET]: one server alone, on a folder that has a blog; writes its address and process id.");

var root = new RootCommand("Measures a running blog over loopback, each figure beside its baseline in the same run.")
{
    seconds,
    warmUp,
    connections,
    rounds,
    preset,
    only,
    beside,
    besideProcesses,
    wrk,
    export,
    serve,
};
root.SetAction((parsed, cancellationToken) => LoadRun.RunAsync(
    new LoadSettings
    {
        Seconds = parsed.GetValue(seconds),
        WarmUp = parsed.GetValue(warmUp),
        Connections = parsed.GetValue(connections),
        Rounds = parsed.GetValue(rounds),
        Preset = parsed.GetValue(preset),
        Only = parsed.GetRequiredValue(only),
        Beside = [.. parsed.GetRequiredValue(beside).Select(text => OtherServer.Parse(text, parsed.GetRequiredValue(besideProcesses)))],
        WithWrk = parsed.GetValue(wrk),
    },
    cancellationToken));
return await root.Parse(args).InvokeAsync();
