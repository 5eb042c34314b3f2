using System.CommandLine;
using BlogKit.Moderation;
using Spectre.Console;

namespace BlogKit.CommandLine;

/// <summary>Teaches the learning filter: from the comments of the blog, or from a file.</summary>
internal sealed class TrainCommand : BlogCommand<TrainAnswer>
{
    private readonly LabelledFileOptions _file = new(required: false);

    private readonly Option<bool> _shared = new("--shared")
    {
        Description = "Teaches the model that all blogs may listen to while they know little; needs --data.",
    };

    public TrainCommand(CommonOptions common)
        : base(
            "train",
            "Teaches the learning filter from the comments the blog has, or from labelled texts in a file.",
            common,
            AnswersJson.Default.TrainAnswer)
    {
        _file.AddTo(this);
        Add(_shared);
    }

    protected override bool OnlyConfirms => true;

    protected override async Task<Result<TrainAnswer>> RunAsync(BlogSession session, ParseResult input, CancellationToken cancellationToken)
    {
        if (!session.Actor.ForBlog(session.Blog.Id).CanModerate)
        {
            return BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, "Only moderators teach the filter.", "--as");
        }

        var file = _file.File(input);
        var shared = input.GetValue(_shared);
        if (shared && file is null)
        {
            return CommandErrors.Usage("--shared", "{field} needs --data: the comments of one blog are not for all.");
        }

        IReadOnlyList<LabelledCase> cases = [];
        if (file is not null)
        {
            var read = await file.ReadAsync(cancellationToken);
            if (!read.Succeeded)
            {
                return read.Errors;
            }

            cases = read.Value;
        }

        var taught = 0;
        Result<LearningStatus> status = null!;
        await session.Terminal.WorkAsync<int>(
            "Teaching",
            static done => Words.Count(done, "text", "texts"),
            async progress =>
            {
                var counting = new StatusProgress<int>(done =>
                {
                    taught = done;
                    progress?.Report(done);
                });
                status = file is null
                    ? await session.Host.Learning.TrainFromHistoryAsync(session.Blog.Id, counting, cancellationToken)
                    : await session.Host.Learning.TrainAsync(
                        shared ? null : session.Blog.Id, cases.ToAsyncEnumerable(), counting, cancellationToken);
            });
        return status.Succeeded
            ? new TrainAnswer(
                shared ? "shared" : session.Blog.Key,
                status.Value.SpamLessons,
                status.Value.HamLessons,
                taught,
                status.Value.Position,
                status.Value.StoredBytes)
            : status.Errors;
    }

    protected override void Show(TrainAnswer answer, IAnsiConsole console) => console.MarkupLine(
        $"The filter learned {Words.Count(answer.Taught, "text", "texts")}; "
        + $"it knows {answer.Spam} unwanted and {answer.Ham} welcome ones.");
}
