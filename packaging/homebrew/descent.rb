# What packaging/homebrew/build fills in stands between @ signs.
class Descent < Formula
  desc "Races optimizers down test functions, measures and draws what they do"
  homepage "@HOMEPAGE@"
  url "@URL@"
  sha256 "@SHA256@"
  license "Apache-2.0"

  depends_on "@LIBRARY@"
  uses_from_macos "swift" => :build, since: :tahoe
  uses_from_macos "sqlite"

  def install
    # Homebrew builds in a sandbox of its own.
    system "make", "install", "PREFIX=#{prefix}", "FLAGS=--disable-sandbox",
           "BASH_COMPLETIONS=#{bash_completion}"
  end

  test do
    assert_equal version.to_s, shell_output("#{bin}/descent --version").strip
    system bin/"descent", "race", "beale", "--steps=5", "--format=gif", "--output=race"
    assert_path_exists testpath/"race/race.gif"
  end
end
