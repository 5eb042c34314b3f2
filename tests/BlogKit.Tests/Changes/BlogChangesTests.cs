namespace BlogKit.Tests.Changes;

public sealed class BlogChangesTests
{
    private static readonly BlogChange Change = new(new BlogId(Guid.CreateVersion7()), BlogChangeKind.Post);

    [Fact]
    public void Every_subscriber_hears_of_a_change()
    {
        var changes = new BlogChanges();
        var heard = new List<string>();
        using var first = changes.Subscribe(_ => heard.Add("first"));
        using var second = changes.Subscribe(_ => heard.Add("second"));

        changes.Announce(Change);

        heard.Should().Equal("first", "second");
    }

    [Fact]
    public void Who_has_left_hears_nothing()
    {
        var changes = new BlogChanges();
        var heard = 0;
        changes.Subscribe(_ => heard++).Dispose();

        changes.Announce(Change);

        heard.Should().Be(0);
    }

    [Fact]
    public void A_subscriber_that_fails_keeps_nobody_from_hearing()
    {
        var changes = new BlogChanges();
        var heard = 0;
        using var faulty = changes.Subscribe(_ => throw new InvalidOperationException("A fault of the subscriber's."));
        using var other = changes.Subscribe(_ => heard++);

        changes.Announce(Change);

        heard.Should().Be(1);
    }

    [Fact]
    public void A_subscriber_may_leave_while_it_is_told()
    {
        var changes = new BlogChanges();
        var heard = 0;
        IDisposable? subscription = null;
        subscription = changes.Subscribe(_ =>
        {
            heard++;
            subscription!.Dispose();
        });

        changes.Announce(Change);
        changes.Announce(Change);

        heard.Should().Be(1);
    }
}
