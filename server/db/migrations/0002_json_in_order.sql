ALTER TABLE "onboardings" ALTER COLUMN "draft" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "runs" ALTER COLUMN "plan" SET DATA TYPE json;