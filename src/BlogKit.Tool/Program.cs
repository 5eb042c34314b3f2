using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using BlogKit.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var common = new CommonOptions();
var root = new RootCommand($"A BlogKit blog from the terminal.\n\n{ExitCodes.Help}")
{
    common.Database, common.Settings, common.Blog, common.As, common.Json, common.Quiet,
    new InitCommand(common),
    new ListCommand(common),
    new ShowCommand(common),
    new WriteCommand(common),
    new CommentCommand(common),
    new ApproveCommand(common),
    new HoldCommand(common),
    new SpamCommand(common),
    new TrashCommand(common),
    new RestoreCommand(common),
    new PurgeCommand(common),
    new ForgetNameCommand(common),
    new QueueCommand(common),
    new LogCommand(common),
    new SearchCommand(common),
    new CountsCommand(common),
    new BackupCommand(common),
    new CheckCommand(common),
    new RerenderCommand(common),
    new StaticExportCommand(common),
    new ExportGroup(common),
    new ImportGroup(common),
    new RedirectsGroup(common),
    new ModerationGroup(common),
};

// A text that begins with @ is a text, not the name of a file with more arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
return parsed.Action is ParseErrorAction
    ? UsageErrors.Report(parsed, asJson: args.Contains("--json", StringComparer.Ordinal))
    : await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
