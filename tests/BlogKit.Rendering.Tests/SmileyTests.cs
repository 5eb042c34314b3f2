namespace BlogKit.Rendering.Tests;

public sealed class SmileyTests
{
    [Theory]
    [InlineData("keep doses <3 mg per day")]
    [InlineData("children <3 years")]
    [InlineData("a delay <3 ms, always")]
    [InlineData("prices <3 € a piece")]
    [InlineData("<3 hours")]
    [InlineData("with p <3 or so")]
    [InlineData("a score of 2 <3")]
    [InlineData("values <3 4 <3")]
    [InlineData("loss </3 5")]
    [InlineData("speed <3 m/s")]
    [InlineData("weniger als <3 Tage alt")]
    [InlineData("kinderen <3 jaar")]
    [InlineData("<3 heures de route")]
    [InlineData("menos de <3 años")]
    [InlineData("dzieci <3 lata")]
    [InlineData("не <3 недель")]
    [InlineData("<3 apples")]
    [InlineData("less than <3 items, please")]
    [InlineData("less than <3, please")]
    [InlineData("a basket of <3 \"apples\"")]
    [InlineData("we counted <3 birds that day")]
    [InlineData("weniger als <3 Äpfel im Korb")]
    [InlineData("the score is <3")]
    [InlineData("loops while N <3, then stops")]
    [InlineData("boxes with <3 (three) pears")]
    [InlineData("<3 пчёлы в улье")]
    [InlineData("</3 legs")]
    [InlineData("a ratio of 1 :/ 2")]
    [InlineData("between 4 :| 5")]
    [InlineData("XD Corp")]
    [InlineData("the XD card")]
    [InlineData("XD, and others")]
    public void What_only_looks_like_a_smiley_stays(string markdown) => Render.Comment(markdown).PlainText.Should().Be(markdown);

    [Theory]
    [InlineData("I <3 it", "I ❤️ it")]
    [InlineData("i <3 u", "i ❤️ u")]
    [InlineData("Ich <3 dich", "Ich ❤️ dich")]
    [InlineData("je <3 mes amis", "je ❤️ mes amis")]
    [InlineData("<3", "❤️")]
    [InlineData("Thanks! <3 See you", "Thanks! ❤️ See you")]
    [InlineData("I <3 apples", "I ❤️ apples")]
    [InlineData("We <3 *honey*", "We ❤️ honey")]
    [InlineData("thank you so much <3", "thank you so much ❤️")]
    [InlineData("love this <3!", "love this ❤️!")]
    [InlineData("good night <3\nsee you", "good night ❤️\nsee you")]
    [InlineData("so sweet <3 🐝", "so sweet ❤️ 🐝")]
    [InlineData("broken </3", "broken 💔")]
    [InlineData("so funny XD", "so funny 😆")]
    [InlineData("so funny XD!", "so funny 😆!")]
    [InlineData("XD\nnext", "😆\nnext")]
    [InlineData("well :/ 2 of them", "well 😕 2 of them")]
    [InlineData("not sure :/", "not sure 😕")]
    public void Smilies_become_emoji(string markdown, string text) => Render.Comment(markdown).PlainText.Should().Be(text);

    [Fact]
    public void A_smiley_of_letters_that_an_application_adds_ends_a_sentence_too()
    {
        var renderer = new Internal.MarkdigRenderer(new RenderingOptions { Smilies = { ["QQ"] = "😭" } });

        renderer.RenderComment("QQ mail, I lost QQ", CommentRendering.Default).PlainText.Should().Be("QQ mail, I lost 😭");
    }
}
