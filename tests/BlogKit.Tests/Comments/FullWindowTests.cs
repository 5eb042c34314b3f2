using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Tests.Comments;

/// <summary>A store in which others are always faster: every window is full when a comment comes to be added.</summary>
public sealed class FullWindowTests
{
    [Fact]
    public async Task A_comment_and_a_mention_are_judged_equally_often_before_they_are_refused()
    {
        var attempts = 0;
        await using var blog = await TestBlog.StartAsync(extend: builder =>
        {
            var inner = builder.Services.Last(static d => d.ServiceType == typeof(ICommentStore)).ImplementationFactory!;
            builder.Services.AddSingleton(services =>
            {
                var store = DispatchProxy.Create<ICommentStore, AlwaysFull>();
                ((AlwaysFull)(object)store).Inner = (ICommentStore)inner(services);
                ((AlwaysFull)(object)store).Adding = () => attempts++;
                return store;
            });
        });
        var post = await blog.PublishAsync();

        (await blog.SubmitAsync(post)).ShouldFail(ErrorCodes.TooManyComments);
        var forComment = attempts;
        (await blog.Comments.SubmitMentionAsync(new NewMention(post.Id, new Uri("https://other.example/1"), "Words."))).ShouldFail(ErrorCodes.TooManyComments);

        (forComment, attempts - forComment).Should().Be((8, 8));
    }

    private class AlwaysFull : DispatchProxy
    {
        public ICommentStore Inner { get; set; } = null!;

        public Action Adding { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name != nameof(ICommentStore.AddAsync))
            {
                return targetMethod.Invoke(Inner, args);
            }

            Adding();
            return Task.FromResult(new AdditionResult(AdditionOutcome.Flooded, null));
        }
    }
}
