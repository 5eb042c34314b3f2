using System.Globalization;
using BlogKit.AspNetCore.Endpoints;
using BlogKit.Moderation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The policies that decide, and what others would change. Policies come from configuration, so nothing is switched here: the page says
/// what to write.
/// </summary>
internal sealed class PolicyPages(
    DeskFrames desk,
    DeskForms forms,
    DeskMessages messages,
    ModerationPolicies policies,
    PolicySetFactory factory,
    BacktestService backtests,
    ShadowReportService shadows,
    PageRenderer renderer,
    IOptions<BlogKitOptions> options,
    IOptions<DeskOptions> deskOptions,
    TimeProvider clock) : IDisposable
{
    private const int ShadowDays = 30;
    private const int Examples = 5;
    private const int MostDays = 3_650;

    // A backtest reads the whole history: one at a time is as much as a host with readers can spare.
    private readonly SemaphoreSlim _one = new(1, 1);

    public void Dispose() => _one.Dispose();

    /// <summary>GET desk/policies.</summary>
    public async Task ShowAsync(BlogRequest request)
    {
        await ShowAsync(request, StatusCodes.Status200OK, static m => m).ConfigureAwait(false);
    }

    /// <summary>POST desk/policies/backtest.</summary>
    public async Task BacktestAsync(BlogRequest request)
    {
        if (await forms.ReadAsync(request, DeskLinks.Policies(request.Links)).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var name = Forms.Field(form, "preset");
        var preset = PoliciesModel.Presets
            .Where(p => string.Equals(p.ToString(), name, StringComparison.Ordinal))
            .Select(static p => (ModerationPreset?)p)
            .FirstOrDefault();
        if (preset is not { } chosen)
        {
            await messages.BadValueAsync(request, "preset", DeskLinks.Policies(request.Links)).ConfigureAwait(false);
            return;
        }

        var days = 0;
        if (Forms.Field(form, "days") is { Length: > 0 } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > MostDays))
        {
            await messages.BadValueAsync(request, "days", DeskLinks.Policies(request.Links)).ConfigureAwait(false);
            return;
        }

        if (!await _one.WaitAsync(TimeSpan.Zero, request.Aborted).ConfigureAwait(false))
        {
            await ShowAsync(
                request,
                StatusCodes.Status429TooManyRequests,
                m => m with { Error = request.Text["desk.backtest-busy"] }).ConfigureAwait(false);
            return;
        }

        try
        {
            var (status, report, problem) = await RunAsync(request, chosen, days).ConfigureAwait(false);
            await ShowAsync(
                request,
                status,
                m => m with
                {
                    Tried = chosen,
                    TriedDays = days == 0
                    ? null
                    : days,
                    Report = report,
                    Error = problem
                }).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<(int Status, BacktestReport? Report, string? Problem)> RunAsync(
        BlogRequest request, ModerationPreset preset, int days)
    {
        var tried = factory.CreateOf(preset);
        if (!tried.Succeeded)
        {
            return (ErrorStatus.Of(tried.Error), null, FormErrors.InLanguage(tried.Error, request.Text));
        }

        using var set = tried.Value;
        using var limit = new CancellationTokenSource(deskOptions.Value.BacktestTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, request.Aborted);
        try
        {
            var result = await backtests.RunAsync(
                new BacktestRequest
                {
                    BlogId = request.Blog.Id,
                    Policies = set.Policies,
                    Rules = set.Rules,
                    Since = days == 0 ? null : clock.GetUtcNow().AddDays(-days),
                    MaximumExamples = Examples,
                },
                progress: null,
                either.Token).ConfigureAwait(false);
            return result.Succeeded
                ? (StatusCodes.Status200OK, result.Value, null)
                : (ErrorStatus.Of(result.Error), null, FormErrors.InLanguage(result.Error, request.Text));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !request.Aborted.IsCancellationRequested)
        {
            return (
                StatusCodes.Status422UnprocessableEntity,
                null,
                request.Text.Format("desk.backtest-too-long", deskOptions.Value.BacktestTime.TotalSeconds));
        }
    }

    private async Task ShowAsync(BlogRequest request, int status, Func<PoliciesModel, PoliciesModel> with)
    {
        var now = clock.GetUtcNow();
        var reports = ImmutableArray.CreateBuilder<ShadowReport>();
        foreach (var set in policies.Shadows)
        {
            var report = await shadows.ReportAsync(
                request.Blog.Id, set.Name, now.AddDays(-ShadowDays), now, request.Actor, request.Aborted).ConfigureAwait(false);
            if (report.Succeeded)
            {
                reports.Add(report.Value);
            }
        }

        var frame = await desk.FrameAsync(request, DeskSection.Policies, request.Text["desk.policies"]).ConfigureAwait(false);
        var moderation = options.Value.Moderation;
        var model = new PoliciesModel(frame, policies, PolicySettings.Read(moderation, factory.Policies), forms.Tokens(request))
        {
            Preset = moderation.Preset,
            Shadows = reports.ToImmutable(),
        };
        await renderer.WriteBareAsync<Components.PoliciesView, PoliciesModel>(request.Http, status, with(model)).ConfigureAwait(false);
    }
}
