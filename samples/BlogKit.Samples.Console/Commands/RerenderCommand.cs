using System.CommandLine;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Renders again what another version of the renderer made.</summary>
internal sealed class RerenderCommand(CommonOptions common)
    : HostCommand<RerenderAnswer>("rerender", "Renders again every text that another version of the renderer made.", common, AnswersJson.Default.RerenderAnswer)
{
    protected override bool OnlyConfirms => true;

    protected override async Task<Result<RerenderAnswer>> RunAsync(
        BlogHost host, Terminal terminal, ParseResult input, CancellationToken cancellationToken) =>
        new RerenderAnswer(await terminal.WorkAsync("Rendering", progress => host.Rendering.RunAsync(progress, cancellationToken)));

    protected override void Show(RerenderAnswer answer, IAnsiConsole console) =>
        console.MarkupLine($"{Words.Count(answer.Rendered, "text was", "texts were")} rendered again.");
}
